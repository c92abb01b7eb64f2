# Context: the root of the repository. The build needs the compiler only, so no install script runs
# and no optional package (other platforms, embedded PostgreSQL, test tools) is fetched.
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json tsconfig.json ./
COPY packages ./packages
COPY apps ./apps
COPY infra ./infra
RUN npm ci --ignore-scripts --omit=optional \
  && node node_modules/typescript/bin/tsc -b \
  && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24.11.1-bookworm-slim
ENV NODE_ENV=production TZ=UTC
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages ./packages
COPY --from=build /app/apps ./apps
COPY --from=build /app/infra/seeds ./infra/seeds
USER node
EXPOSE 8080
CMD ["node", "--max-semi-space-size=64", "apps/routing/dist/main.js"]
