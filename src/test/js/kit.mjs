// Lets Node find the kit at the address that browsers know it by.
import { register } from 'node:module';

const kit = new URL('../../main/resources/static/kit/', import.meta.url).href;

register(`data:text/javascript,${encodeURIComponent(`
  export const resolve = (specifier, context, next) =>
    next(specifier.startsWith('/kit/') ? ${JSON.stringify(kit)} + specifier.slice(5) : specifier, context);`)}`);
