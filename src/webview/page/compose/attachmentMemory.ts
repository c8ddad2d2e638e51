import type { AttachmentForm } from '../../protocol/compose';
import { type FoldName, isFilled, moved } from './attachmentForm';

/** What cards know beside what is typed: fields that were left, what is unfolded, and rows by a key that lasts. */
export class CardMemory {
  private readonly left = new Set<string>();
  /** Attachments and rows that the form came with. */
  private written = new Set<string>();
  private readonly folds = new Map<string, boolean>();
  private readonly rows = new Map<string, readonly string[]>();
  private made = 0;

  /** Other attachments, or the same with something else in them. */
  forget(): void {
    this.folds.clear();
    this.rows.clear();
    this.left.clear();
  }

  /** A form comes with these: whoever wrote them has been in all their fields. */
  begin(written: readonly AttachmentForm[]): void {
    this.left.clear();
    this.written = new Set(written.map(({ id }) => id));
  }

  leave(field: string): void {
    this.left.add(field);
  }

  /** A field of that attachment or row. */
  wasLeft(place: string, field: string): boolean {
    return this.written.has(place) || this.left.has(field);
  }

  /** What is filled is open to begin with; it says itself that it is, and so does not fold when it is emptied. */
  isOpen(fold: FoldName, attachment: AttachmentForm): boolean {
    return this.folds.get(`${attachment.id} ${fold}`) ?? isFilled(fold, attachment);
  }

  fold(fold: FoldName, { id }: AttachmentForm, isOpen: boolean): void {
    this.folds.set(`${id} ${fold}`, isOpen);
  }

  /** Fields have no ids of their own. */
  rowsOf({ id, fields }: AttachmentForm): readonly string[] {
    const known = this.rows.get(id);
    const rows = fields.map((_field, at) => known?.[at] ?? this.newRow());
    if (!known && this.written.has(id)) for (const row of rows) this.written.add(row);
    this.rows.set(id, rows);
    return rows;
  }

  removeRow(attachment: AttachmentForm, at: number): void {
    this.rows.set(attachment.id, this.rowsOf(attachment).toSpliced(at, 1));
  }

  moveRow(attachment: AttachmentForm, from: number, to: number): void {
    this.rows.set(attachment.id, moved(this.rowsOf(attachment), from, to));
  }

  private newRow(): string {
    this.made += 1;
    return `row-${this.made}`;
  }
}
