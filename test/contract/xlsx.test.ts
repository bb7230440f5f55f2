import { XlsxWorkbook, webCodec } from '../../src/hosts/xlsx'
import { nodeCodec } from '../../src/hosts/xlsx/node'
import { describeHostContract } from './contract'
import { xlsxBytes } from './xlsx-bytes'

describeHostContract('xlsx in Node', spec => Promise.resolve(new XlsxWorkbook(xlsxBytes(spec), 'contract.xlsx', nodeCodec)))
describeHostContract('xlsx with what browsers have', spec => Promise.resolve(new XlsxWorkbook(xlsxBytes(spec), 'contract.xlsx', webCodec)))
