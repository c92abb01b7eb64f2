/** Which calendar it is: of the country, of a province, of the desk of an agency. */
import { useQuery } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { provincesQuery } from './asked.js';
import type { Kind } from './form.js';
import { calendarWords } from './words.js';

export function kindOf(calendar: string): Kind {
  if (calendar === 'national') return 'national';
  return calendar.startsWith('province-') ? 'province' : 'desk';
}

/** The code of its province, or the id of its agency. */
export function subjectOf(calendar: string): string {
  return calendar.slice(calendar.indexOf('-') + 1);
}

/** What a calendar is called; its code until the name is known. */
export function useCalendarName(calendar: string): string {
  const words = useWords(calendarWords);
  const say = useSay();
  const [kind, subject] = [kindOf(calendar), subjectOf(calendar)];
  const provinces = useQuery({ ...provincesQuery, enabled: kind === 'province' }).data;
  const agency = useQuery({
    queryKey: [ABOUT.directory, 'agency', subject],
    queryFn: () => valueFrom(service.readAgency({ id: subject })),
    enabled: kind === 'desk',
  }).data;
  if (kind === 'national') return words.national;
  if (kind === 'province') return words.province(provinces?.find(({ code }) => code === subject)?.name ?? subject);
  return words.desk(agency === undefined ? subject : say(agency.name, agency.nameEn));
}
