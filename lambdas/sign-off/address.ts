/** The address a passkey is bound to. */
export const addressOf = (publicUrl: string): { readonly origin: string; readonly rpId: string } => {
  const { origin, hostname } = new URL(publicUrl);
  return { origin, rpId: hostname };
};
