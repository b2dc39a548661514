# An image with `cryo` in it, for CPU (the default) or CUDA:
#
#   docker build -t cryo .                              CPU
#   docker build -t cryo-cuda --build-arg DEVICE=cuda . a GPU: run with --gpus all
#
#   docker run --rm -v "$PWD:/data" --user "$(id -u):$(id -g)" cryo demo
#   docker run --rm -v "$PWD:/data" --user "$(id -u):$(id -g)" --network host cryo up
#
# The home is the folder cryo_home of /data. `up` serves on localhost alone, hence --network host.
ARG DEVICE=cpu

FROM python:3.11-slim AS cpu

# CUDA's libraries come with the wheel of torch; Triton calls the C compiler that the full image has.
FROM python:3.11 AS cuda
ENV NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility

# hadolint ignore=DL3006
FROM ${DEVICE} AS build
ARG DEVICE
# The index of torch's CPU builds; without one the image has the CUDA libraries too, which it never loads.
ARG TORCH_CPU_INDEX=
COPY . /source
RUN /source/docker/install.sh /opt/cryo "${DEVICE}"

# hadolint ignore=DL3006
FROM ${DEVICE}
COPY --from=build /opt/cryo /opt/cryo
ENV PATH=/opt/cryo/bin:$PATH CRYO_HOME=/data/cryo_home HOME=/data
WORKDIR /data
EXPOSE 3000 3001 5000
ENTRYPOINT ["cryo"]
CMD ["--help"]
