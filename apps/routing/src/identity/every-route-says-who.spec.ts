import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { Access } from './access.js';
import { EveryRouteSaysWho } from './every-route-says-who.js';

@Controller('open')
@Access({ public: true })
class SaysItOnce {
  @Get()
  read(): string {
    return 'read';
  }
}

@Controller('planted')
class SaysNothing {
  @Get()
  read(): string {
    return 'read';
  }

  @Access({ roles: ['clerk'] })
  @Get('told')
  told(): string {
    return 'told';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [SaysItOnce], providers: [EveryRouteSaysWho] })
class Told {}

@Module({ imports: [DiscoveryModule], controllers: [SaysItOnce, SaysNothing], providers: [EveryRouteSaysWho] })
class Planted {}

const boot = (module: Type) => NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });

describe('a route that does not say who may call it', () => {
  it('keeps the service from starting, and is named', async () => {
    await expect(boot(Planted)).rejects.toThrow('routes without @Access: SaysNothing.read');
  });

  it('is the only thing that does', async () => {
    const context = await boot(Told);
    await context.close();
  });
});
