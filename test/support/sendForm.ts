import { jsonOf, type Answer } from './ask';
import { tokenOf } from './workspace';

/** One multipart call to `POST rooms.media/dev`; `as` names an account of `person()`. */
export async function sendForm(
  server: { url: string },
  path: string,
  { as, form }: { as: string; form: FormData },
): Promise<Answer> {
  const headers = { 'X-User-Id': `${as}-id`, 'X-Auth-Token': tokenOf(as) };
  const response = await fetch(`${server.url}/api/v1/${path}`, { method: 'POST', headers, body: form });
  return { status: response.status, headers: response.headers, body: await jsonOf(response) };
}

/** A form with these parts, in order: texts, and files under their own names. */
export function formOf(...parts: readonly (readonly [name: string, value: string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
}
