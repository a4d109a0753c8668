package org.ambassadorportal.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A table to be taken in. */
record ImportForm(@Nullable MultipartFile file) {

    byte[] bytes() throws java.io.IOException {
        return file == null ? new byte[0] : file.getBytes();
    }
}
