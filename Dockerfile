# syntax=docker/dockerfile:1
# The service in one image. The base is an argument, so that an authority can use its own: any Debian with Node 24 and npm.
ARG BASE=docker.io/library/node:24-bookworm-slim

FROM ${BASE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# The program in few files, compiled for the service's account and for its readers.
FROM ${BASE} AS program
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY bin ./bin
COPY config ./config
COPY src ./src
COPY workers ./workers
RUN node bin/compile.mjs 990

FROM ${BASE}
# redis-server: the private queue. tini: reaps readers. bubblewrap and util-linux: their wall and their bounds. DejaVu: what is printed.
RUN apt-get update \
 && apt-get install -y --no-install-recommends redis-server tini bubblewrap util-linux fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 990 --create-home --home-dir /var/lib/recepisse recepisse \
 && install -d -o recepisse -m 700 /run/recepisse
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE THIRD-PARTY-NOTICES.md ./
COPY bin ./bin
COPY config ./config
COPY src ./src
COPY workers ./workers
COPY --from=program /app/node_modules/.cache ./node_modules/.cache
USER recepisse
# C.UTF-8 is in glibc: file names and terminals in French need no other locale.
ENV LANG=C.UTF-8 RECEPISSE_DATA=/var/lib/recepisse RECEPISSE_HEALTH_PORT=8080
VOLUME /var/lib/recepisse
# The root file system may be read-only; /tmp must be writable (the queue's socket, documents being read).
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "src/cli/main.ts"]
CMD ["run"]
