import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { neonConfig } from "@neondatabase/serverless";
import { createWebSocketStream, WebSocketServer } from "ws";

/** Stands in for Neon's proxy: lets Neon's driver reach the PostgreSQL at `url` over WebSocket. */
export async function startNeonProxy(url: string): Promise<() => void> {
  const address = new URL(url);
  const proxy = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  proxy.on("connection", (socket) => {
    const stream = createWebSocketStream(socket);
    const server = connect(Number(address.port), address.hostname);
    stream
      .on("error", () => server.destroy())
      .pipe(server)
      .on("error", () => stream.destroy())
      .pipe(stream);
  });
  await once(proxy, "listening");

  neonConfig.wsProxy = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineTLS = false;
  neonConfig.pipelineConnect = false;
  return () => void proxy.close();
}
