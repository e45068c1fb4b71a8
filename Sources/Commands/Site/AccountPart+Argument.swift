public import Archive
public import ArgumentParser

extension AccountPart: ExpressibleByArgument {}
