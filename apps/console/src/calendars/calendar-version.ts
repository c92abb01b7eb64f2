/** Which version of which calendars a date was reckoned by, in words: `national@3+31@1` is `lịch cả nước bản 3 và lịch Hải Phòng bản 1`. Pure. */
import { catalogue } from '../words/catalogue.js';
import type { Words } from '../words/catalogue.js';

export const calendarVersionWords = catalogue(
  {
    national: 'lịch cả nước',
    province: (name: string) => `lịch ${name}`,
    desk: (agency: string) => `giờ mở cửa của ${agency}`,
    version: (calendar: string, version: string) => `${calendar} bản ${version}`,
    and: ' và ',
  },
  {
    national: 'the national calendar',
    province: (name) => `the calendar of ${name}`,
    desk: (agency) => `the desk hours of ${agency}`,
    version: (calendar, version) => `${calendar}, version ${version}`,
    and: ' and ',
  },
);

export interface CalendarSpeech {
  readonly words: Words<(typeof calendarVersionWords)['vi']>;
  readonly province: (code: string) => string;
  readonly agency: (id: string) => string;
}

const NATIONAL = 'national';
const PROVINCE = /^\d+$/;

function layerInWords(layer: string, { words, province, agency }: CalendarSpeech): string {
  if (layer === NATIONAL) return words.national;
  return PROVINCE.test(layer) ? words.province(province(layer)) : words.desk(agency(layer));
}

export function calendarVersionInWords(version: string, speech: CalendarSpeech): string {
  const layers = version.split('+').map((part) => {
    const at = part.lastIndexOf('@');
    if (at < 0) return part;
    return speech.words.version(layerInWords(part.slice(0, at), speech), part.slice(at + 1));
  });
  return layers.join(speech.words.and);
}

/** `legal:31` is the calendar of office hours of a province, `desk:…` the opening hours of an agency. */
export function calendarInWords(calendar: string, speech: CalendarSpeech): string {
  const [kind = '', of = ''] = [calendar.slice(0, calendar.indexOf(':')), calendar.slice(calendar.indexOf(':') + 1)];
  if (kind === 'legal') return speech.words.province(speech.province(of));
  return kind === 'desk' ? speech.words.desk(speech.agency(of)) : calendar;
}
