internal import DocumentModel

extension Message {
  static func noManifest(_ path: String) -> Message {
    Message(
      "no-manifest",
      vi: "Không mở được bản kê “\(path)”. Lập bằng: sohoa batch plan ĐẦU-VÀO --shards N --output THƯ-MỤC.",
      en: "Cannot open the manifest “\(path)”. Make one: sohoa batch plan INPUT --shards N --output FOLDER.")
  }

  static func notAManifest(_ path: String) -> Message {
    Message(
      "not-a-manifest", vi: "“\(path)” không phải bản kê của sohoa batch plan, hoặc do bản mới hơn lập.",
      en: "“\(path)” is no manifest of sohoa batch plan, or a newer program made it.")
  }

  static func manifestDamaged(_ path: String) -> Message {
    Message(
      "manifest-damaged",
      vi: "Bản kê “\(path)” không còn như lúc lập (sai mã kiểm). Lấy lại bản gốc, hoặc lập bản mới ở thư mục khác.",
      en: "The manifest “\(path)” is not as it was written (its checksum differs). Get the original back, or plan anew "
        + "into another folder.")
  }

  static func otherManifest(_ path: String) -> Message {
    Message(
      "other-manifest",
      vi: "“\(path)” đã có và khác với kế hoạch này (tệp, cài đặt, số phần hoặc phiên bản đã đổi); "
        + "bản kê không bao giờ bị ghi đè. Chọn --output khác.",
      en: "“\(path)” is there and differs from this plan (files, settings, shards or versions have changed); "
        + "a manifest is never overwritten. Choose another --output.")
  }

  static var nothingToPlan: Message {
    Message(
      "nothing-to-plan", vi: "Không có tệp nào đọc được để lập bản kê.", en: "There is no readable file to plan.")
  }

  static func noSuchShard(_ shard: Int, of count: Int) -> Message {
    Message(
      "no-such-shard", vi: "Không có phần \(shard): bản kê có các phần từ 1 đến \(count).",
      en: "There is no shard \(shard): the manifest has shards 1 to \(count).")
  }

  static func otherMachine(_ differences: String) -> Message {
    Message(
      "other-program-or-models",
      vi: "Chương trình, mô hình hoặc từ điển trên máy này khác với lúc lập bản kê (\(differences)): kết quả sẽ khác. "
        + "Cài cùng phiên bản, hoặc lập bản kê mới.",
      en: "Program, models or dictionaries of this machine are not those that the manifest was made with "
        + "(\(differences)): results would differ. Install the same versions, or plan anew.")
  }

  static func changedSincePlanned(_ path: String) -> Message {
    Message(
      "changed-since-planned",
      vi: "“\(path)” đã bị thay đổi sau khi lập bản kê (sai SHA-256): không xử lý. Khôi phục tệp, hoặc lập bản kê mới.",
      en: "“\(path)” has changed since it was planned (its SHA-256 differs): not processed. Restore the file, or plan "
        + "anew.")
  }
}
