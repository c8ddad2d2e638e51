/** Makes `times` calls, never more than `atOnce` of them under way. */
export async function eachInTurn(times: number, atOnce: number, call: () => Promise<unknown>): Promise<void> {
  let left = times;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
