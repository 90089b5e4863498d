# An outline: the archive of `npm run package` put into an image by Yocto. It names no server; put the archive beside it, in files/.
# Not built here; what it names is held against the archive by a test.
SUMMARY = "Diagnostics agent for smart POS terminals"
LICENSE = "MIT & ISC & BSD-3-Clause & Unlicense"
LIC_FILES_CHKSUM = "file://LICENSE;md5=4bc911ed872556e657d3c8f5cb0d6ad1"

POSDIAG_TARGET:aarch64 = "linux-arm64-glibc"
POSDIAG_TARGET:arm = "linux-arm-glibc"
POSDIAG_TARGET:x86-64 = "linux-x64-glibc"
SRC_URI = "file://posdiag-${PV}-${POSDIAG_TARGET}.tar.gz"
S = "${WORKDIR}/posdiag-${PV}"

inherit systemd useradd

SYSTEMD_SERVICE:${PN} = "posdiag.service"
USERADD_PACKAGES = "${PN}"
USERADD_PARAM:${PN} = "--system --user-group --groups dialout --home-dir /var/lib/posdiag --no-create-home --shell /sbin/nologin posdiag"

# 20.20 or later: meta-openembedded (meta-oe) has a recipe of it. Curl and ping serve two probes (docs/probes.md).
RDEPENDS:${PN} = "nodejs"
RRECOMMENDS:${PN} = "curl iputils-ping"

do_configure[noexec] = "1"
do_compile[noexec] = "1"

do_install() {
    install -d ${D}${nonarch_libdir}/posdiag/prebuilds
    install -m 0644 ${S}/posdiag.cjs ${S}/posdiag-client.cjs ${D}${nonarch_libdir}/posdiag/
    cp -R --no-preserve=ownership ${S}/prebuilds/. ${D}${nonarch_libdir}/posdiag/prebuilds/
    install -D -m 0755 ${S}/bin/posdiag ${D}${bindir}/posdiag
    install -D -m 0644 ${S}/share/config.jsonc ${D}${sysconfdir}/posdiag/config.jsonc
    install -D -m 0644 ${S}/share/systemd/posdiag.service ${D}${systemd_system_unitdir}/posdiag.service
    install -D -m 0644 ${S}/share/tmpfiles.d/posdiag.conf ${D}${nonarch_libdir}/tmpfiles.d/posdiag.conf
    install -D -m 0644 ${S}/share/udev/70-posdiag-modem.rules ${D}${nonarch_base_libdir}/udev/rules.d/70-posdiag-modem.rules
}

FILES:${PN} += "${nonarch_libdir}/posdiag ${nonarch_libdir}/tmpfiles.d ${nonarch_base_libdir}/udev"
CONFFILES:${PN} = "${sysconfdir}/posdiag/config.jsonc"
# The addon was built elsewhere, and is stripped.
INSANE_SKIP:${PN} += "already-stripped ldflags"
