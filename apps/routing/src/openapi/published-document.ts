import { Injectable } from '@nestjs/common';
import type { OpenApiDocument } from './document.js';

/** Made once, when every route is known. */
@Injectable()
export class PublishedDocument {
  document: OpenApiDocument | null = null;

  get(): OpenApiDocument {
    if (this.document === null) throw new Error('the document is made when the application has started');
    return this.document;
  }
}
