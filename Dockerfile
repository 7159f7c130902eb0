# The build has the tools; the image that runs has neither them nor a shell history of how it was made.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# The base image is the Node that runs; what the page is made of is in the built client.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/node

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=2567 DATA_DIR=/data NODE_COMPILE_CACHE=/compiled
WORKDIR /app
RUN mkdir /data /compiled && chown node:node /data /compiled
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/shared ./shared
COPY --from=build /app/server ./server
USER node
VOLUME /data
EXPOSE 2567
# Ready and degraded answer 200, a server that goes down 503.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The engine restarts what dies; a signal reaches the server itself.
CMD ["node", "server/main.ts"]
