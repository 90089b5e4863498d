################################################################################
#
# posdiag: an outline. Put it into package/posdiag of an external tree, and the archive of `npm run package` beside it.
# Not built here; what it names is held against the archive by a test.
#
################################################################################

POSDIAG_VERSION = 0.1.0
POSDIAG_TARGET_NAME = $(if $(BR2_aarch64),linux-arm64,$(if $(BR2_arm),linux-arm,linux-x64))-$(if $(BR2_TOOLCHAIN_USES_MUSL),musl,glibc)
POSDIAG_SOURCE = posdiag-$(POSDIAG_VERSION)-$(POSDIAG_TARGET_NAME).tar.gz
POSDIAG_SITE = $(POSDIAG_PKGDIR)
POSDIAG_SITE_METHOD = file
POSDIAG_LICENSE = MIT, ISC, BSD-3-Clause, Unlicense
POSDIAG_LICENSE_FILES = LICENSE THIRD-PARTY.txt
POSDIAG_DEPENDENCIES = nodejs

define POSDIAG_INSTALL_TARGET_CMDS
	mkdir -p $(TARGET_DIR)/usr/lib/posdiag
	cp -R $(@D)/posdiag.cjs $(@D)/posdiag-client.cjs $(@D)/prebuilds $(TARGET_DIR)/usr/lib/posdiag/
	$(INSTALL) -D -m 0755 $(@D)/bin/posdiag $(TARGET_DIR)/usr/bin/posdiag
	$(INSTALL) -D -m 0644 $(@D)/share/config.jsonc $(TARGET_DIR)/etc/posdiag/config.jsonc
	$(INSTALL) -D -m 0644 $(@D)/share/tmpfiles.d/posdiag.conf $(TARGET_DIR)/usr/lib/tmpfiles.d/posdiag.conf
	$(INSTALL) -D -m 0644 $(@D)/share/udev/70-posdiag-modem.rules $(TARGET_DIR)/usr/lib/udev/rules.d/70-posdiag-modem.rules
endef

define POSDIAG_INSTALL_INIT_SYSTEMD
	$(INSTALL) -D -m 0644 $(@D)/share/systemd/posdiag.service $(TARGET_DIR)/usr/lib/systemd/system/posdiag.service
endef

define POSDIAG_USERS
	posdiag -1 posdiag -1 * /var/lib/posdiag - dialout POS terminal diagnostics agent
endef

$(eval $(generic-package))
