# syntax=docker/dockerfile:1
# The service in one image. The base is an argument, so that an authority can use its own.
ARG BASE=docker.io/library/node:24-bookworm-slim

FROM ${BASE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${BASE}
RUN apt-get update \
 && apt-get install -y --no-install-recommends redis-server tini util-linux \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/recepisse recepisse
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY bin ./bin
COPY config ./config
COPY src ./src
COPY workers ./workers
USER recepisse
ENV RECEPISSE_DATA=/var/lib/recepisse RECEPISSE_HEALTH_PORT=8080
VOLUME /var/lib/recepisse
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "src/cli/main.ts"]
CMD ["run"]
