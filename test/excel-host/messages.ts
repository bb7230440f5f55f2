import type { EmulatedExcel } from './excel'
import { FileMessages } from './file-messages'

/**
 * The host's side of the message protocol between an Office page and an add-in in a frame of it, learnt by recording office.js.
 * Everything is text: what a page posts to its parent, and what the parent posts back.
 */
export interface AddinFrame {
  /** Same host name as the add-in and https, or office.js refuses it. */
  readonly hostOrigin: string
  readonly language?: string
  readonly documentUrl?: string
}

const CONVERSATION = 'conversation-1'
const ADDIN = 'addin-1'

/** What `window.name` of the add-in's frame must hold before the page loads. */
export function frameName({ hostOrigin, language = 'zh-CN' }: AddinFrame): string {
  return JSON.stringify({
    baseFrameName: 'frame-1',
    hostInfo: `Excel$Web$16.01$${language}$telemetry$$$0`,
    xdmInfo: `${CONVERSATION}|${ADDIN}|${hostOrigin}`,
    serializerVersion: '1',
  })
}

interface Message {
  readonly _messageType: number
  readonly _actionType: number
  readonly _actionName: string
  readonly _conversationId: string
  readonly _correlationId: number
  readonly _data: unknown
}

export interface MethodCall {
  /** Numbered parameters of the common API. */
  readonly [parameter: `${number}`]: unknown
  readonly DdaMethod?: { readonly DispatchId?: number }
  readonly ArrayData?: readonly unknown[]
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] }
}

/** Answers the messages of one add-in frame. */
export class HostMessages {
  /** Posts a message that nobody asked for (events). */
  post: ((message: string) => void) | null = null

  private readonly files: FileMessages

  constructor(private readonly excel: EmulatedExcel, private readonly frame: AddinFrame) {
    this.files = new FileMessages(excel)
    excel.send = event => {
      // [category 65536, event number, target, arguments, id, remote override]: learnt from the client's handler of richApiMessage.
      this.post?.(this.wrap('richApiMessage', 1, 0, { ArrayData: [[65_536, event.type, event.target, JSON.stringify(event.args), '', false]] }))
    }
  }

  /** The reply to a message, or `null` when it is none of ours. */
  async reply(raw: string): Promise<string | null> {
    let message: Message
    try {
      message = JSON.parse(raw) as Message
    } catch {
      return null
    }
    if (message._messageType !== 0 || typeof message._actionName !== 'string') return null
    const data = await this.answer(message)
    return this.wrap(message._actionName, 0, message._correlationId, data)
  }

  private async answer({ _actionName: name, _actionType: type, _data: data }: Message): Promise<unknown> {
    if (type !== 0) return { Error: 0 }
    switch (name) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.context()
      case 'ContextActivationManager_notifyHost':
        return null
      case 'executeMethod':
        return this.method(data as MethodCall)
      default:
        return { Error: 5000 }
    }
  }

  private async method(call: MethodCall): Promise<unknown> {
    const settings = this.excel.book.documentSettings
    switch (call.DdaMethod?.DispatchId) {
      case 93: {
        const [, , , , body, , flags] = call.ArrayData ?? []
        const outcome = await this.excel.request(String(body), Number(flags ?? 0))
        return 'error' in outcome ? { Version: 1, Error: outcome.error } : { Version: 1, Error: 0, Data: [200, ['Content-Type', 'application/json'], outcome.body] }
      }
      case 77:
      case 80:
      case 81:
        return this.files.answer(call.DdaMethod?.DispatchId ?? 0, call)
      case 76: {
        for (const [key, value] of call.DdaSettingsMethod?.Properties ?? []) settings.set(key, value)
        return { Version: 1, Error: 0 }
      }
      case 75:
        return { Version: 1, Error: 0, Settings: [...settings].map(([Name, Value]) => ({ Name, Value })) }
      default:
        return { Version: 1, Error: 5000 }
    }
  }

  private context(): unknown {
    const { language = 'zh-CN', documentUrl = '' } = this.frame
    return {
      _id: ADDIN,
      _appName: 16,
      _appVersion: '16.01',
      _appUILocale: language,
      _dataLocale: language,
      _docUrl: documentUrl === '' ? this.excel.book.name : documentUrl,
      _clientMode: 1,
      _settings: [...this.excel.book.documentSettings],
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: '',
      _requirementMatrix: JSON.stringify({ ...requirementMatrix(this.excel.apiLevel), ...(this.excel.file === null ? {} : { CompressedFile: '1.1', File: '1.1' }) }),
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
    }
  }

  private wrap(name: string, responseType: 0 | 1, correlation: number, data: unknown): string {
    return JSON.stringify({
      _messageType: 1,
      _responseType: responseType,
      _errorCode: 0,
      _actionName: name,
      _conversationId: CONVERSATION,
      _correlationId: correlation,
      _data: data,
      _origin: this.frame.hostOrigin,
      _serializerVersion: 1,
    })
  }
}

/** The sets that a host of this level has. 1.14 is Office LTSC 2021, 1.17 LTSC 2024. [ref] excel-api-requirement-sets.md */
export function requirementMatrix(apiLevel: number): Record<string, string> {
  return { ExcelApi: `1.${apiLevel}`, DelayForCellEdit: '1.1', AddinCommands: '1.1', DialogApi: '1.1', Settings: '1.1', CustomXmlParts: '1.1' }
}
