import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { RateLimit } from '../http/rate-limit.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokens } from './access-token.js';
import { Authentication } from './authentication.js';
import { Authorities } from './authorities.js';
import { EveryRouteSaysWho } from './every-route-says-who.js';
import { KeyUses } from './key-uses.js';
import { OAuthController } from './oauth.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInController } from './sign-in.controller.js';
import { WhoAmI } from './who-am-i.js';

/** Who calls, and what he may do. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [OAuthController, SignInController],
  providers: [
    Authorities,
    AccessTokens,
    Sessions,
    SignIn,
    WhoAmI,
    KeyUses,
    Authentication,
    RateLimit,
    EveryRouteSaysWho,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Authentication, Authorities, RateLimit, Sessions],
})
export class IdentityModule {}
