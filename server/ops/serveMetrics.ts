import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import type { Metrics } from './metrics.ts';

/** The page of the metrics, at a port of its own. */
export type MetricsPage = { readonly port: number; readonly close: () => void };

/** A host as it stands in a URL. */
export const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The address of the metrics at a port. */
export const metricsUrl = ({ METRICS_HOST }: Config, port: number): string =>
  `http://${hostInUrl(METRICS_HOST)}:${port}/metrics`;

/** Serves `GET /metrics` and nothing else, where the configuration says; null: it says nowhere. */
export const serveMetrics = async (
  metrics: Pick<Metrics, 'page'>,
  { METRICS_PORT, METRICS_HOST }: Config,
): Promise<MetricsPage | null> => {
  if (METRICS_PORT === undefined) return null;
  const http = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.page().then(
      ({ type, text }) =>
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(METRICS_PORT, METRICS_HOST, resolve);
  });
  return {
    port: (http.address() as AddressInfo).port,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
};
