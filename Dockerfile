# syntax=docker/dockerfile:1
# docker build -t social-crm . && docker run -p 5080:8080 -v crm-data:/data social-crm
# The build is run.sh's own (build/steps.sh); docs/operating.md says how to run it with PostgreSQL.

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /src
COPY . .
RUN ./build/package.sh /out && mkdir /empty

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /out /app
# A volume takes the owner of the folder that it covers.
COPY --from=build --chown=$APP_UID:$APP_UID /empty /data
ENV ASPNETCORE_HTTP_PORTS=8080
ENV Database__DataDirectory=/data
USER $APP_UID
WORKDIR /app
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["/app/healthy.sh", "8080"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/app/SocialCrm.Host.dll"]
