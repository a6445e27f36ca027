/** The part of the Trusted Types API that is used here; TypeScript's DOM library does not have it yet. */
interface TrustedTypesScope {
  readonly trustedTypes?: {
    createPolicy(name: 'default', rules: { createScriptURL: (address: string) => string }): unknown;
  };
}

/**
 * Makes the 'default' Trusted Types policy of the page, or of a worker that starts others, which the browser asks wherever a plain string is about to become
 * code. Addresses of this origin may become workers and the service worker; text never becomes HTML or script, because
 * the policy has no rule for it. Call it before anything else; browsers without Trusted Types are left as they are.
 */
export function installTrustedTypes(): void {
  const { trustedTypes } = self as unknown as TrustedTypesScope;
  trustedTypes?.createPolicy('default', { createScriptURL: ownAddress });
}

function ownAddress(address: string): string {
  const { origin, protocol, href } = new URL(address, location.href);
  // a blob: address claims its maker's origin, hence the second check
  if (origin === location.origin && protocol === location.protocol) return href;
  throw new TypeError(`Refused to run a script from ${origin}.`);
}
