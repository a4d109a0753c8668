package org.ambassadorportal.desk;

import java.util.List;
import org.ambassadorportal.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** The field for files in a form, {@code desk/files :: field}. */
final class FileField {

    private FileField() {}

    /**
     * Adds what a form sent with it, before anything else is done with the form.
     *
     * @return whether all were taken; otherwise the model says why not
     */
    static boolean add(
            Files files, Reference reference, SignedIn who, @Nullable List<MultipartFile> uploaded, Model model) {
        if (uploaded == null || uploaded.isEmpty()) return true;
        var refused = files.add(reference, who, uploaded);
        if (refused.isEmpty()) return true;
        model.addAttribute("fileTroubles", refused);
        model.addAttribute("failed", true);
        return false;
    }
}
