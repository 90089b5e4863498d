// One module, no library beside Kotlin's own. Versions: whatever the image is built with from these on.
plugins {
    id("com.android.application") version "8.5.2"
    id("org.jetbrains.kotlin.android") version "1.9.25"
}

android {
    namespace = "org.posdiag.bridge"
    compileSdk = 35
    defaultConfig {
        applicationId = "org.posdiag.bridge"
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1.0"
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    kotlinOptions { jvmTarget = "17" }
    // The harness of our own tests is no test of Gradle's.
    sourceSets["test"].kotlin.setSrcDirs(emptyList<String>())
}
