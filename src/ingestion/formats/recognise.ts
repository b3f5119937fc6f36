// Which of the three JSON formats a body is in; senders rarely say it in the content type.

type JsonFormat = 'fields' | 'json-ld' | 'ninjs';

/** Properties that all lines of ninjs share and the native JSON does not have. */
const NINJS_ONLY =
  /^(?:versioncreated|firstcreated|contentcreated|pubstatus|representationtype|headlines?|headline_.*|bod(?:ies|y_.*)|\$standard|standard|altids|infosources?|copyrightholder|usageterms|renditions|associations)$/i;

/** Tells JSON-LD by its keywords and ninjs by its properties; everything else is the native JSON, whatever it lacks. */
export function recogniseJson(body: unknown): JsonFormat {
  if (Array.isArray(body)) return body.some(isJsonLd) ? 'json-ld' : 'fields';
  if (!isObject(body)) return 'fields';
  if (isJsonLd(body)) return 'json-ld';
  return isNinjs(body) ? 'ninjs' : 'fields';
}

function isJsonLd(body: unknown): boolean {
  return isObject(body) && ('@context' in body || '@type' in body || '@graph' in body);
}

function isNinjs(body: Record<string, unknown>): boolean {
  const standard = body['standard'] ?? body['$standard'];
  if (isObject(standard) && standard['name'] === 'ninjs') return true;
  return (
    'uri' in body &&
    !('text' in body) &&
    !('html' in body) &&
    Object.keys(body).some((key) => NINJS_ONLY.test(key))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
