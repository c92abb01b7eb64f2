/** Is its desk open, how does it receive, how long does it take. What is not known is said to be unknown. */
import { useQuery } from '@tanstack/react-query';
import type { Reception } from '@lien-thong/client';
import blocks from '../parts/blocks.module.css';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { directoryWords } from './words.js';

export function ReceptionFacts({ agency }: { readonly agency: string }) {
  const words = useWords(directoryWords);
  const question = useQuery({
    queryKey: [ABOUT.directory, 'reception', agency],
    queryFn: () => valueFrom(service.readReception({ id: agency })),
  });
  return (
    <section className="card" aria-labelledby="reception">
      <h2 id="reception">{words.reception}</h2>
      <Answered question={question}>{(reception) => <Facts reception={reception} />}</Answered>
    </section>
  );
}

function Facts({ reception }: { readonly reception: Reception }) {
  const words = useWords(directoryWords);
  const { language } = useLanguage();
  const { receipts, line, waiting, openNow, opensAt } = reception;
  const days = numberText(receipts.days, language);
  const median = (minutes: number | null, count: number) =>
    minutes === null ? words.noneYet : words.ofDossiers(minutesText(minutes, language), numberText(count, language));
  const closed = opensAt === null ? words.closedNow : `${words.closedNow}, ${words.opens(instantText(opensAt))}`;
  return (
    <dl className={blocks['facts']}>
      <dt>{words.desk}</dt>
      <dd>{openNow === null ? words.openUnknown : openNow ? words.openNow : closed}</dd>
      <dt>{words.line}</dt>
      <dd>{words.lines[line ?? 'unknown']}</dd>
      <dt>{words.receipt(days)}</dt>
      <dd>{median(receipts.medianMinutes, receipts.count)}</dd>
      <dt>{words.acceptance(days)}</dt>
      <dd>{median(receipts.medianAcceptanceMinutes, receipts.accepted)}</dd>
      <dt>{words.last}</dt>
      <dd>{receipts.lastAt === null ? words.noneYet : <Instant at={receipts.lastAt} />}</dd>
      <dt>{words.waiting}</dt>
      <dd>{numberText(waiting, language)}</dd>
    </dl>
  );
}
