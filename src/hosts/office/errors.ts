import { HostError } from '../../core/workbook'
import type { HostErrorCode } from '../../core/workbook'

/**
 * What Office.js calls its errors, and what they mean to the person. The `message` of an Office error is not meant for
 * people and is never shown: the code decides the sentence.
 * Sources: "Application-specific API error handling" in Microsoft's documentation, and `Excel.ErrorCodes` in @types/office-js.
 */
const MEANING: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit-mode',
  ItemNotFound: 'item-missing',
  InvalidReference: 'item-missing',
  ItemAlreadyExists: 'item-exists',
  AccessDenied: 'access-denied',
  InactiveWorkbook: 'other-workbook',
  InvalidSelection: 'other-workbook',
  UnsupportedSheet: 'chart-sheet-active',
  RequestPayloadSizeLimitExceeded: 'payload-too-large',
  ResponsePayloadSizeLimitExceeded: 'payload-too-large',
  OperationCellsExceedLimit: 'payload-too-large',
  ApiNotFound: 'host-too-old',
  ApiNotAvailable: 'host-too-old',
  NotImplemented: 'host-too-old',
  UnsupportedOperation: 'host-too-old',
  ActivityLimitReached: 'host-busy',
  RequestAborted: 'host-busy',
  ServiceNotAvailable: 'host-busy',
  HostRestart: 'host-busy',
  WriteNotSupportedWhenModalDialogOpen: 'host-busy',
  InvalidOrTimedOutSession: 'host-busy',
  Unauthenticated: 'access-denied',
  PermissionDenied: 'access-denied',
  ReadOnly: 'not-writable',
}

/** The code of an error of Office.js; `null` for any other error. */
export function officeCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

export function isPayloadError(error: unknown): boolean {
  const code = officeCode(error)
  return code === 'RequestPayloadSizeLimitExceeded' || code === 'ResponsePayloadSizeLimitExceeded'
}

/** Errors of an object model that does not take a request; busy hosts, cell editing and too much data are none of them. */
const REFUSALS: ReadonlySet<string> = new Set([
  'GeneralException', 'InvalidArgument', 'InvalidRequest', 'ItemNotFound', 'InvalidReference', 'InvalidObjectPath', 'NotImplemented', 'ApiNotFound', 'ApiNotAvailable',
  'UnsupportedOperation', 'UnsupportedSheet', 'InvalidOperation',
])

/** The host does not take this request, and may take a plainer one. */
export function isRefusal(error: unknown): boolean {
  return REFUSALS.has(officeCode(error) ?? '')
}

/**
 * The error to throw on: a `HostError` with the code that the catalogues explain (`error.<code>`).
 * Errors that are not from Office.js (a defect of this program) come back unchanged, so that nothing is dressed up.
 */
export function asHostError(error: unknown): unknown {
  if (error instanceof HostError) return error
  const code = officeCode(error)
  if (code === null) return error
  return new HostError(MEANING[code] ?? 'host-failed', { code, cause: code, need: code }, { cause: error })
}
