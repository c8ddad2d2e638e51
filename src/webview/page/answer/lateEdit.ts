import type { MessageView } from '../../protocol/message';

/** Arrow-up that was pressed while the last message was on its way: it is edited once the server has it. */
export class LateEdit {
  private awaited: string | undefined;

  begin(last: MessageView | undefined): void {
    this.awaited = last && isOnItsWay(last) ? last.id : undefined;
  }

  end(): void {
    this.awaited = undefined;
  }

  /** Messages are other ones than before. Returns what is to be edited now, if the person still waits for it. */
  take(last: MessageView | undefined, isWaiting: () => boolean): MessageView | undefined {
    const { awaited } = this;
    if (awaited === undefined || last === undefined) return undefined;
    if (last.id === awaited && isOnItsWay(last)) return undefined;
    this.end();
    return last.id === awaited && last.offers.includes('edit') && isWaiting() ? last : undefined;
  }
}

/** What waits for a connection may wait for long. */
function isOnItsWay({ delivery }: MessageView): boolean {
  return delivery?.state === 'sending' && delivery.reason === undefined;
}
