# Context: the root of the repository. The build needs the compiler and the bundler, so no install script runs;
# what was built runs without optional packages (embedded PostgreSQL, the bundler's own binaries, test tools).
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json tsconfig.json ./
COPY packages ./packages
COPY apps ./apps
COPY infra ./infra
RUN npm ci --ignore-scripts \
  && node node_modules/typescript/bin/tsc -b \
  && npm run build --workspace @lien-thong/console \
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
