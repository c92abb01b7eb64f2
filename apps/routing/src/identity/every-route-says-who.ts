import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access.js';

/** Key under which Nest keeps a route's path on its handler. */
const PATH = 'path';

/** Refuses to boot while a route does not say who may call it: forgetting must not mean everybody, nor be noticed only by nobody. */
@Injectable()
export class EveryRouteSaysWho implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ metatype }) => this.silentRoutesOf(metatype));
    if (silent.length > 0) throw new Error(`routes without @Access: ${silent.join(', ')}`);
  }

  private silentRoutesOf(controller: unknown): string[] {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Record<string, unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH, handler)) return [];
      const rule: unknown = this.reflector.getAllAndOverride(ACCESS, [handler as () => void, controller as () => void]);
      return rule === undefined ? [`${controller.name}.${name}`] : [];
    });
  }
}
