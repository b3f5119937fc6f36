// Data of the score card: the corpora, and what people and other systems reach on them, measured with the same referee on
// the same articles (../shared/EXTRACTION.md).

export const CORPORA = [
  { title: 'PolNeAR dev', file: 'polnear/dev.jsonl' },
  { title: 'Wikinews dev', file: 'wikinews/dev.jsonl' },
  { title: 'BBC dev', file: 'bbc/gold-dev.jsonl' },
];

const polnear = (attributed, content, all, accuracy, endToEnd, misnamed) => ({
  'reported attributed@0.50': attributed,
  'reported content@1.00': content,
  'all attributed@0.50': all,
  'all right name': accuracy,
  'all right name end to end': endToEnd,
  'all misnamed': misnamed,
});
const reported = (attributed) => ({ 'reported attributed@0.50': attributed });

export const COMPARED = [
  {
    name: 'two trained people (590 pairs)',
    on: {
      'PolNeAR dev': {
        'reported attributed@0.50': 91.8,
        'reported content@0.50': 93.5,
        'reported content@1.00': 85.4,
        'all attributed@0.50': 75.4,
        'all content@1.00': 68.9,
      },
    },
  },
  {
    name: 'two careful readers (10 articles)',
    on: {
      'BBC dev': {
        'reported attributed@0.50': '99 to 100',
        'reported content@0.50': '99 to 100',
        'reported content@1.00': 93,
        'all attributed@0.50': 97.9,
        'all content@1.00': 92.3,
      },
    },
  },
  {
    name: 'all direct quotations, nothing else',
    on: { 'PolNeAR dev': { 'reported attributed@0.50': 42.4, 'all attributed@0.50': 30.5 } },
  },
  {
    name: 'Citron, retrained on PolNeAR',
    on: {
      'PolNeAR dev': polnear(65.6, '50.0', 52.1, 73, 39, 45),
      'Wikinews dev': reported(58.3),
      'BBC dev': reported(58.7),
    },
  },
  {
    name: 'GenderGapTracker',
    on: {
      'PolNeAR dev': polnear(56.8, 45.5, 40.8, 52, 23, 17),
      'Wikinews dev': reported(69.8),
      'BBC dev': reported(70.7),
    },
  },
  {
    name: 'CoreNLP 4.5.7 `quote`',
    on: { 'PolNeAR dev': polnear(32.8, 29.4, 22.6, 73, 18, 50), 'Wikinews dev': reported(15.8) },
  },
  {
    name: 'textacy 0.13',
    on: { 'PolNeAR dev': polnear(42.8, 33.5, 27.5, 62, 14, 14), 'Wikinews dev': reported(43.3) },
  },
];
