import type { EmojiView } from '../../protocol/conversation';

/** Emoji by the short names that people and servers write. */
export class EmojiIndex {
  private readonly byName = new Map<string, EmojiView>();

  /** Short names, the latest first. */
  recent: readonly string[] = [];

  constructor(readonly all: readonly EmojiView[] = []) {
    for (const emoji of all)
      for (const name of emoji.names) if (!this.byName.has(name)) this.byName.set(name, emoji);
  }

  /** With or without colons; a skin tone makes it another picture of the same. */
  find(name: string): EmojiView | undefined {
    const bare = name.replace(/^:|:$/g, '');
    return this.byName.get(bare) ?? this.byName.get(bare.replace(/_tone[1-5]$/, ''));
  }

  /** Those whose name has all the words, the closest first. */
  search(query: string, limit: number): readonly EmojiView[] {
    const words = query
      .toLowerCase()
      .split(/[\s_:-]+/)
      .filter((word) => word !== '');
    if (words.length === 0) return this.all.slice(0, limit);
    const [first = ''] = words;
    const rank = ({ names }: EmojiView) => (names.some((name) => name.startsWith(first)) ? 0 : 1);
    return this.all
      .filter(({ names }) => names.some((name) => words.every((word) => name.toLowerCase().includes(word))))
      .sort((one, other) => rank(one) - rank(other))
      .slice(0, limit);
  }
}
