import { describe, expect, it } from '@jest/globals';
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery } from '@lien-thong/engine';
import { sampleEvent } from '../../../../packages/engine/test/conformance/samples.js';
import { cloudEvent, cloudEventSchema } from '../feed/cloud-event.js';
import { WireText } from './wire-text.js';

const SOURCE = 'https://lien-thong.example';
const A = 'hai-an' as AgencyId;
const B = '31.11413.ubnd' as AgencyId;

describe('a message on the bus', () => {
  const first = sampleEvent(1, 1);
  const second = sampleEvent(2, 2);
  const deliveries: readonly Delivery[] = [
    { agencyId: A, epoch: '1-abc', n: 1, view: 'full', event: first },
    { agencyId: B, epoch: '1-abc', n: 77, view: 'snapshot', event: first },
    { agencyId: A, epoch: '1-abc', n: 2, view: 'part', event: second },
    { agencyId: A, epoch: '"quoted"', n: 3, view: 'full', event: first },
  ];

  it('says what the feed says, whatever was written before it', () => {
    const wire = new WireText(SOURCE);
    for (const delivery of deliveries) {
      const written = JSON.parse(wire.of(delivery)) as unknown;
      expect(written).toEqual(cloudEvent(delivery, SOURCE));
      expect(cloudEventSchema.parse(written)).toEqual(written);
    }
  });

  it('is text of one line', () => {
    const wire = new WireText(SOURCE);
    for (const delivery of deliveries) expect(wire.of(delivery)).not.toMatch(/[\r\n]/);
  });
});
