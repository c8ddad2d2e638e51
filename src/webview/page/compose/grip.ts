import { html, type TemplateResult } from 'lit';
import type { OrderDrag } from './orderDrag';

/** By which the one of that id is dragged. */
export function grip(drag: OrderDrag, id: string, title: string): TemplateResult {
  return html`<span
    class="grip"
    draggable="true"
    title=${title}
    @dragstart=${(event: DragEvent) => drag.start(event, id)}
    @dragend=${() => drag.end()}
    ><i class="codicon codicon-gripper" aria-hidden="true"></i
  ></span>`;
}
