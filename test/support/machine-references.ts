type Reference = { readonly Ref?: string; readonly 'Fn::GetAtt'?: readonly [string, string] };

/** How a reference to a resource is written in a definition that stands by itself. */
export const reference = (logicalId: string): string => `\${${logicalId}}`;

/** The reference that an intrinsic of a template is. */
export function referenceOf(intrinsic: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = intrinsic as Reference;
  return reference(Ref ?? attribute?.[0] ?? 'unknown');
}
