/** The notice a version rests on. */
import type { CalendarNotice } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import { calendarWords } from './words.js';

export function NoticeText({ notice }: { readonly notice: CalendarNotice | null }) {
  const words = useWords(calendarWords);
  if (notice === null) return <span className="soft">{words.installed}</span>;
  const { number, issuedOn, issuer, link } = notice;
  return (
    <>
      {words.noticeText(number, dayText(issuedOn), issuer)}
      {link !== undefined && /^https?:\/\//.test(link) && (
        <>
          {' '}
          <a href={link} rel="noreferrer noopener" target="_blank">
            {words.read}
          </a>
        </>
      )}
    </>
  );
}
