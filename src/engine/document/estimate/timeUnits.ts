/** Working time: a day is 8 hours, a week 5 days, a month 20 days. */
const HOUR = 1;
const DAY = 8;
const WEEK = 5 * DAY;
const MONTH = 20 * DAY;
const MINUTE = 1 / 60;
const SECOND = MINUTE / 60;

/** Words for a unit, lower case: English, then German, French, Spanish, Italian, Portuguese, Dutch, Russian; then signs. */
const WORDS: readonly (readonly [hours: number, words: string])[] = [
  [SECOND, 's sec secs second seconds sekunde sekunden sek seconde secondes segundos secondi секунд'],
  [
    MINUTE,
    'm min mins minute minutes minuten minuto minutos minuti minuut мин минута минуты минут 分 分钟 分鐘 分間 분',
  ],
  [
    HOUR,
    'h hr hrs hour hours std stdn stunde stunden heure heures hora horas ora ore uur uren ч час часа часов ' +
      '小时 小時 时 時 時間 鐘頭 钟头 시간',
  ],
  [
    DAY,
    'd day days pd tag tage tagen tg jour jours j día días dia dias giorno giorni dag dagen день дня дней ' +
      '天 日 日間 일',
  ],
  [
    WEEK,
    'w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken ' +
      'неделя недели недель 周 週 星期 礼拜 週間 週间 주',
  ],
  [
    MONTH,
    'mo mos mth month months monat monate monaten mois mes meses mese mesi mês maand maanden ' +
      'месяц месяца месяцев 月 か月 ヶ月 カ月 개월 달',
  ],
];

const UNITS: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([hours, words]) => words.split(' ').map((word) => [word, hours] as const)),
);

/** `M` is no minute: it may as well be a month, or a size. */
const hoursOf = (word: string): number | undefined =>
  word === 'M' ? undefined : UNITS.get(word.toLowerCase());

/** What stands around a unit that is written without blanks: `3个小时左右`. */
const GLUED = /^[个個ヶ]?(.+?)(?:左右|上下|程度|ほど|くらい|정도)?$/u;

/** Working hours in a unit of time; undefined for any other word. */
export const unitNamed = (word: string): number | undefined => {
  const known = hoursOf(word);
  if (known !== undefined || word.charCodeAt(0) < 0x2e80) return known;
  const [, bare] = GLUED.exec(word) ?? [];
  return bare === undefined ? undefined : hoursOf(bare);
};
