/** Replaced by the composition of the product. */
export function activate(): void {
  return;
}
