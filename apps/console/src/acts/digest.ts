/** A paper is named by its digest; its bytes stay on this machine. */
import type { Document } from '@lien-thong/client';
import { composed } from '../words/fold.js';

const LONGEST_NAME = 80;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,80}$/;

export function canDigest(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Reads the whole file into memory, which browsers do for the sizes an office scans. */
export async function documentOf(file: Blob & { readonly name: string }): Promise<Document> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return {
    component: componentOf(file.name),
    sha256: [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    size: file.size,
    mediaType: mediaTypeOf(file.type),
  };
}

/** `Giấy khai sinh` of `Giấy khai sinh.pdf`. */
export function componentOf(fileName: string): string {
  return composed(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')).slice(0, LONGEST_NAME);
}

function mediaTypeOf(type: string): string {
  const [plain = ''] = type.toLowerCase().split(';');
  return MEDIA_TYPE.test(plain) ? plain : 'application/octet-stream';
}
