import { pixelPng } from '../../world/pictures';
import type { SeedEmoji } from '../seed';
import { idOf } from './ids';

const scale = 4;
const colors = {
  g: [84, 110, 132],
  w: [236, 240, 243],
  o: [232, 150, 40],
  k: [38, 44, 52],
  t: [46, 160, 67],
  b: [60, 120, 216],
} as const;

const heron = [
  '....kkkk....',
  '...kwwwwk...',
  '...wwkwwoooo',
  '....www.....',
  '....ww......',
  '...ww.......',
  '..wwggg.....',
  '.wggggggg...',
  '.gggggggggg.',
  '..ggggggg...',
  '....o.o.....',
  '...oo.oo....',
];

const tick = [
  '............',
  '..........tt',
  '.........ttt',
  '........ttt.',
  '.......ttt..',
  'tt....ttt...',
  'ttt..ttt....',
  '.tttttt.....',
  '..tttt......',
  '...tt.......',
  '............',
  '............',
];

const van = [
  '............',
  '............',
  'bbbbbbbb....',
  'bbbbbbbbbb..',
  'bwwbbwwbwwb.',
  'bwwbbwwbwwbb',
  'bbbbbbbbbbbb',
  'bbbbbbbbbbbb',
  'bkkkbbbbkkkb',
  '.kwk....kwk.',
  '.kkk....kkk.',
  '............',
];

/** What the team has drawn for itself. */
export const emoji: readonly SeedEmoji[] = [
  drawn('heron', heron, 'bluebird'),
  drawn('lgtm', tick, 'looks_good'),
  drawn('round', van, 'delivery', 'tour'),
];

function drawn(name: string, lines: readonly string[], ...aliases: readonly string[]): SeedEmoji {
  return { id: idOf(`emoji/${name}`), name, aliases, picture: pixelPng(lines, colors, scale) };
}
