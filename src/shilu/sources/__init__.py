"""Where documents come from: mirror folders, git mirrors, single files → Snapshot."""
