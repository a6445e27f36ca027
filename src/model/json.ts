/** A value as JSON knows it: what unknown keys and custom fields may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
