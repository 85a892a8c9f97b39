import { OpenAPIHono } from '@hono/zod-openapi';
import type { DeskRequest, DeskTools } from './route.ts';

type Failed = (thrown: unknown, request: DeskRequest | null, path: string) => Promise<Response>;

/** The API: every route is described by the schema that checks it. */
export function createApi(_tools: DeskTools, _failed: Failed): OpenAPIHono {
  const api = new OpenAPIHono();
  api.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Watchfloor', version: '1' } });
  return api;
}
