import type { Day, Pin, ProcedureVersion } from '@lien-thong/domain';
import type { Reference } from '../../ports/reference.js';

/** Reference data an admin may edit while the processes run: from one moment to the next they see other data. */
export class SwitchReference implements Reference {
  constructor(private current: Reference) {}

  switchTo(next: Reference): void {
    this.current = next;
  }

  procedureInForce(code: string, day: Day): ReturnType<Reference['procedureInForce']> {
    return this.current.procedureInForce(code, day);
  }

  agency(id: Parameters<Reference['agency']>[0]): ReturnType<Reference['agency']> {
    return this.current.agency(id);
  }

  legalCalendar(provinceCode: string): ReturnType<Reference['legalCalendar']> {
    return this.current.legalCalendar(provinceCode);
  }

  rulesOf(pin: Pin): ReturnType<Reference['rulesOf']> {
    return this.current.rulesOf(pin);
  }

  rulesFor(
    procedure: ProcedureVersion,
    agencyId: Parameters<Reference['rulesFor']>[1],
  ): ReturnType<Reference['rulesFor']> {
    return this.current.rulesFor(procedure, agencyId);
  }

  resolve(question: Parameters<Reference['resolve']>[0]): ReturnType<Reference['resolve']> {
    return this.current.resolve(question);
  }
}
