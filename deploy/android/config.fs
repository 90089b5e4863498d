# TARGET_FS_CONFIG_GEN: the agent's own user. 7500 to 7999 are system_ext's (android_filesystem_config.h, Android 11 and later). Before
# that the maker's own ranges are 2900 to 2999 and 5000 to 5999, with a name that begins with vendor_ from Android 9 on: change it in
# posdiag.rc and permissions/, too. Take another number where this one is taken.
[AID_SYSTEM_EXT_POSDIAG]
value: 7510
