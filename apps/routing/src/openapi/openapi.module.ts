import { Inject, Module } from '@nestjs/common';
import type { OnApplicationBootstrap, Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { DocsController } from './docs.controller.js';
import { openApiOf } from './document.js';
import { PublishedDocument } from './published-document.js';
import { routesOf } from './routes-of.js';

/** The document of exactly the routes this process has. */
@Module({ imports: [DiscoveryModule], controllers: [DocsController], providers: [PublishedDocument] })
export class OpenApiModule implements OnApplicationBootstrap {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    private readonly published: PublishedDocument,
  ) {}

  onApplicationBootstrap(): void {
    const controllers = this.discovery.getControllers().map(({ metatype }) => metatype as Type);
    this.published.document = openApiOf(routesOf(controllers));
  }
}
