export { makeReceiptKey, receiptKeyOf, signKeyProof } from './keys.js';
export type { KeyProof, PrivateReceiptKey, PublicReceiptKey, ReceiptKey } from './keys.js';
export { ReceiptForged, receiptClaimsFor, receiptDigest, signReceipt, verifyReceipt } from './receipt.js';
export type { ReceiptClaims, ReceiptStatement } from './receipt.js';
