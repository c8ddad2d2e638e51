import {
  emptyAttachment,
  emptyComposition,
  type AttachmentForm,
  type Composition,
} from '../../../src/model/composition';

/** An empty form for the room general, unless the test says otherwise. */
export function composition(over: Partial<Composition> = {}): Composition {
  return { ...emptyComposition, targets: [{ entry: '#general', label: 'general' }], ...over };
}

/** A card with nothing in it but what the test says. */
export function attachmentForm(over: Partial<AttachmentForm> = {}): AttachmentForm {
  return { ...emptyAttachment('a1'), ...over };
}
