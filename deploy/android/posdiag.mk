# Outline: posdiag in /system_ext of an image. Copy this folder to device/<maker>/posdiag; put an unpacked android-arm64 artefact into
# artefact/, Node's binary and libc++_shared.so into node/ (docs/android.md, "Node"), your configuration beside this file as
# config.jsonc, and the bridge's package into bridge/; then `$(call inherit-product, device/<maker>/posdiag/posdiag.mk)`.
# Not built here: no Android source tree was at hand.

POSDIAG := device/maker/posdiag

# The build does not want programs and libraries copied, because it cannot see what they need. These are complete as they are.
BUILD_BROKEN_ELF_PREBUILT_PRODUCT_COPY_FILES := true

PRODUCT_COPY_FILES += \
    $(POSDIAG)/node/node:$(TARGET_COPY_OUT_SYSTEM_EXT)/bin/posdiag-node \
    $(POSDIAG)/node/libc++_shared.so:$(TARGET_COPY_OUT_SYSTEM_EXT)/lib64/libc++_shared.so \
    $(POSDIAG)/artefact/posdiag.cjs:$(TARGET_COPY_OUT_SYSTEM_EXT)/lib64/posdiag/posdiag.cjs \
    $(POSDIAG)/artefact/prebuilds/android-arm64/@serialport+bindings-cpp.armv8.node:$(TARGET_COPY_OUT_SYSTEM_EXT)/lib64/posdiag/prebuilds/android-arm64/@serialport+bindings-cpp.armv8.node \
    $(POSDIAG)/config.jsonc:$(TARGET_COPY_OUT_SYSTEM_EXT)/etc/posdiag/config.jsonc \
    $(POSDIAG)/posdiag.rc:$(TARGET_COPY_OUT_SYSTEM_EXT)/etc/init/posdiag.rc \
    $(POSDIAG)/permissions/org.posdiag.bridge.xml:$(TARGET_COPY_OUT_SYSTEM_EXT)/etc/permissions/org.posdiag.bridge.xml \
    $(POSDIAG)/permissions/default-org.posdiag.bridge.xml:$(TARGET_COPY_OUT_SYSTEM_EXT)/etc/default-permissions/default-org.posdiag.bridge.xml

# In BoardConfig.mk:
#   TARGET_FS_CONFIG_GEN += device/maker/posdiag/config.fs
#   SYSTEM_EXT_PRIVATE_SEPOLICY_DIRS += device/maker/posdiag/sepolicy
# The bridge: `android_app_import { name: "posdiag-bridge", apk: "bridge/posdiag-bridge.apk", privileged: true, system_ext_specific: true,
# certificate: "platform" }` in an Android.bp, and PRODUCT_PACKAGES += posdiag-bridge.
