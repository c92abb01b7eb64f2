import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AlertsModule } from './alerts/alerts.module.js';
import { AmendingModule } from './amendments/amending.module.js';
import { BusModule } from './bus/bus.module.js';
import type { ThroughBus } from './bus/bus.module.js';
import { RestatementModule } from './calendars/restatement.module.js';
import { DemoModule } from './demo/demo.module.js';
import type { Env } from './env.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ValidationPipe } from './http/validation.js';
import type { ApplicationWall } from './identity/application-wall.js';
import { STANDING_WALL } from './identity/application-wall.js';
import { IdentityModule } from './identity/identity.module.js';
import { LatenessModule } from './lateness/lateness.module.js';
import { EngineModule } from './runtime/engine.module.js';
import { RuntimeModule } from './runtime/runtime.module.js';
import { ReliefModule } from './outages/relief.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { ROUTES } from './routes.js';

/** One process. Which parts of it there are depends on its roles and its profile; everything else is the same everywhere. */
@Module({})
export class AppModule {
  static of(env: Env, wall: ApplicationWall = STANDING_WALL, throughBus: ThroughBus | null = null): DynamicModule {
    const serves = env.LIENTHONG_ROLES.includes('api');
    return {
      module: AppModule,
      imports: [
        RuntimeModule.of(env, wall),
        BusModule.of(env, throughBus),
        EngineModule,
        RestatementModule,
        ReliefModule,
        AmendingModule,
        AlertsModule,
        LatenessModule,
        IdentityModule,
        HealthModule,
        ...(serves ? [OpenApiModule, ...ROUTES] : []),
        ...(serves && env.LIENTHONG_PROFILE === 'demo' ? [DemoModule] : []),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ValidationPipe },
      ],
    };
  }
}
