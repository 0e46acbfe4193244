/** The template holds something the embedded stack does not know, or names something that is not there. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}
